using System.Net;
using NasDaemon.Pipeline.Configuration;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Configuration;

public sealed class LiveSettingsTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    [Fact]
    public void Load_NothingIsSaid_ThePageIsServedToThisMachineOnly()
    {
        var live = Load("engine: other").Settings!.Live;

        Assert.Equal((true, IPAddress.Loopback, 6273), (live.IsEnabled, live.Address, live.Port));
        Assert.Empty(live.Hosts);
    }

    [Fact]
    public void Load_EverySetting_IsTaken()
    {
        var live = Load("live: { enabled: false, address: 0.0.0.0, port: 0, hosts: [nas.example.org, 10.0.0.7] }").Settings!.Live;

        Assert.Equal(new LiveSettings { IsEnabled = false, Address = IPAddress.Any, Port = 0, Hosts = ["nas.example.org", "10.0.0.7"] }, live);
    }

    [Theory]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("::1", "::1")]
    [InlineData("192.168.1.5", "192.168.1.5")]
    public void Load_AddressInItsUsualForms_IsTaken(string written, string address) =>
        Assert.Equal(IPAddress.Parse(address), Load($"live: {{ address: \"{written}\" }}").Settings!.Live.Address);

    [Theory]
    [InlineData("everywhere")]
    [InlineData("1")]
    [InlineData("0x7f.1")]
    [InlineData("127.0.0.1:80")]
    public void Load_NoAddress_IsRefusedWithPlaceAndRemedy(string written)
    {
        var problem = Assert.Single(Load($"live: {{ address: \"{written}\" }}").Problems);

        Assert.Contains($":1:18: '{written}' is not an address to listen on. Write an address of this machine", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_HostWithScheme_IsRefusedWithPlaceAndRemedy()
    {
        var problem = Assert.Single(Load("live: { hosts: [\"https://nas.example.org\"] }").Problems);

        Assert.Contains(":1:17: 'https://nas.example.org' is not the name of a host. Write a name without scheme", problem, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private SettingsReading Load(string yaml)
    {
        var file = _home.Combine("nasdaemon.yaml");
        File.WriteAllText(file, yaml);
        return DaemonSettings.Load(file, _home.Path, () => ComponentCatalogue.Empty);
    }
}
