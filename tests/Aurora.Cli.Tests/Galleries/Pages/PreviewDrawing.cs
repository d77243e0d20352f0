using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Aurora.Cli.Tests.Galleries.Pages;

/// <summary>Draws a person in front of a landscape. The drawing is different for each path.</summary>
internal static class PreviewDrawing
{
    public static string Of(string path)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(path));
        int hue = hash[0] * 360 / 256, sun = 40 + (hash[1] % 240), person = 90 + (hash[2] % 140), hill = 90 + (hash[3] % 50);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" width="640" height="360">
              <linearGradient id="sky" x2="0" y2="1">
                <stop stop-color="hsl({hue} 55% 45%)"/><stop offset="1" stop-color="hsl({hue + 40} 70% 78%)"/>
              </linearGradient>
              <rect width="320" height="180" fill="url(#sky)"/>
              <circle cx="{sun}" cy="52" r="{18 + (hash[4] % 14)}" fill="hsl({hue + 60} 90% 85%)"/>
              <path d="M0 {hill}Q80 {hill - 45} 160 {hill}T320 {hill - 10}V180H0z" fill="hsl({hue + 160} 30% 38%)"/>
              <path d="M0 150Q100 120 200 148T320 138V180H0z" fill="hsl({hue + 170} 35% 26%)"/>
              <circle cx="{person}" cy="92" r="24" fill="hsl(25 {35 + (hash[5] % 25)}% {45 + (hash[6] % 30)}%)"/>
              <path d="M{person - 48} 180c0-45 20-60 48-60s48 15 48 60z" fill="hsl({hue + 220} 45% 40%)"/>
            </svg>
            """);
    }
}
