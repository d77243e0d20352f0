using System.Globalization;
using Microsoft.Playwright;

namespace Aurora.Cli.Tests.Galleries.Pages;

/// <summary>Reads the values of a chart from its table.</summary>
internal static class GalleryTable
{
    public static async Task<(string Name, string Value)[]> OpenAsync(IPage page, string chart)
    {
        var figure = page.Locator($"#{chart}");
        foreach (var summary in await figure.Locator("details:not([open]) summary").AllAsync())
            await summary.ClickAsync();
        await Assertions.Expect(figure.Locator("tbody tr")).Not.ToHaveCountAsync(0);
        var rows = await figure.Locator("tbody tr").EvaluateAllAsync<string[][]>(
            "rows => rows.map(row => [row.cells[0].textContent, row.cells[row.cells.length - 1].textContent])");
        return [.. rows.Select(row => (row[0], row[1]))];
    }

    /// <summary>Formats a number like the page.</summary>
    public static string Number(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
