#if NETSTANDARD2_0
global using System.Net.Http;
#endif
