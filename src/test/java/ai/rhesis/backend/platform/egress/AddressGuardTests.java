package ai.rhesis.backend.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// With names of a made-up name service, so that nothing is looked up or connected to.
class AddressGuardTests {

    private final Map<String, String[]> names = new HashMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.254",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::7f00:1",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
            })
    void addressesThatAreNotPublicAreRefused(String address) {
        names.put("target.example", new String[] {address});
        assertThatThrownBy(() -> guard().resolve("target.example"))
                .isInstanceOfSatisfying(
                        CallException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(CallException.Reason.REFUSED))
                .hasMessageContaining("target.example")
                .hasMessageNotContaining(address.length() > 3 ? address : "\0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2606:4700::1111",
                "2a00:1450:4001::200e",
                "2003::1",
            })
    void publicAddressesAreNot(String address) {
        names.put("target.example", new String[] {address});
        assertThat(guard().resolve("target.example")).containsExactly(addressOf(address));
    }

    @Test
    void nameWithOneFootInsideIsRefused() {
        names.put("target.example", new String[] {"1.1.1.1", "10.0.0.1"});
        assertThatThrownBy(() -> guard().resolve("target.example")).hasMessageContaining("private");
    }

    @Test
    void unknownHostIsTold() {
        assertThatThrownBy(() -> guard().resolve("nobody.example"))
                .isInstanceOfSatisfying(
                        CallException.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo(CallException.Reason.NETWORK))
                .hasMessage("the host nobody.example is unknown");
    }

    @Test
    void operatorAllowsHostsByName() {
        names.put("bot.internal", new String[] {"10.0.0.1"});
        names.put("BOT.internal.", new String[] {"10.0.0.1"});
        names.put("other.internal", new String[] {"10.0.0.1"});
        names.put("x.bot.internal", new String[] {"10.0.0.1"});
        AddressGuard guard = guard("Bot.Internal");
        assertThat(guard.resolve("bot.internal")).hasSize(1);
        assertThat(guard.resolve("BOT.internal.")).hasSize(1);
        assertThatThrownBy(() -> guard.resolve("other.internal")).hasMessageContaining("private");
        assertThatThrownBy(() -> guard.resolve("x.bot.internal")).hasMessageContaining("private");
    }

    @Test
    void operatorAllowsRanges() {
        names.put("inside.example", new String[] {"10.1.255.255", "fd00::1"});
        names.put("beside.example", new String[] {"10.2.0.0"});
        names.put("metadata.example", new String[] {"169.254.169.254"});
        AddressGuard guard = guard("10.1.0.0/16", "fd00::/8", "192.168.1.1");
        assertThat(guard.resolve("inside.example")).hasSize(2);
        assertThatThrownBy(() -> guard.resolve("beside.example")).hasMessageContaining("private");
        assertThatThrownBy(() -> guard.resolve("metadata.example")).hasMessageContaining("private");
    }

    @Test
    void scopeOfAnAddressHidesNothing() throws UnknownHostException {
        InetAddress scoped =
                java.net.Inet6Address.getByAddress("x", addressOf("fe80::1").getAddress(), 1);
        assertThat(scoped.getHostAddress()).contains("%");
        assertThatThrownBy(() -> guard().check("x", scoped)).hasMessageContaining("private");
    }

    private AddressGuard guard(String... allowed) {
        return new AddressGuard(this::resolve, new EgressSettings(List.of(allowed)));
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        String[] addresses = names.get(host);
        if (addresses == null) {
            throw new UnknownHostException(host);
        }
        return Arrays.stream(addresses).map(AddressGuardTests::addressOf).toArray(InetAddress[]::new);
    }

    /// Of a literal, which is looked up nowhere.
    private static InetAddress addressOf(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
