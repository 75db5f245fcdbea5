package ai.rhesis.backend.identity.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// The network address that a login comes from: of an IPv6 address the half that its holder can't choose.
public record LoginSource(String text) {

    private static final int NETWORK_BYTES = 8;

    /// @param remoteAddress an address, or the name that a proxy told in its place
    public static LoginSource of(String remoteAddress) {
        try {
            InetAddress address = InetAddress.ofLiteral(remoteAddress);
            return new LoginSource(
                    address instanceof Inet6Address
                            ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                            : address.getHostAddress());
        } catch (IllegalArgumentException noAddress) {
            return new LoginSource("unknown");
        }
    }
}
