package ai.rhesis.backend.platform.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.http.client.InetAddressFilter;

/// The check of addresses before a connection: public ones pass, and those that the operator allows.
final class AddressGuard {

    // a metadata service whose address looks public, and prefixes that hold an IPv4 address or are not assigned
    private static final InetAddressFilter PUBLIC = InetAddressFilter.externalAddresses()
            .andNot("168.63.129.16", "::/96", "64:ff9b:1::/48", "3fff::/20", "5f00::/16");

    private final Resolver resolver;
    private final Set<String> allowedHosts;
    private final InetAddressFilter passing;

    AddressGuard(Resolver resolver, EgressSettings settings) {
        this.resolver = resolver;
        this.allowedHosts = settings.allow().stream()
                .filter(entry -> !EgressSettings.isRange(entry))
                .map(AddressGuard::normal)
                .collect(Collectors.toSet());
        this.passing = PUBLIC.or(
                settings.allow().stream().filter(EgressSettings::isRange).toArray(String[]::new));
    }

    /// Looks up all addresses of a host, each of which may be connected to.
    ///
    /// @throws CallException when the host is unknown or any of its addresses is refused: a name with a private
    ///     address among others is not trusted
    List<InetAddress> resolve(String host) {
        try {
            List<InetAddress> found = List.of(resolver.resolve(host));
            found.forEach(address -> check(host, address));
            return found;
        } catch (UnknownHostException unknown) {
            throw CallException.network("the host " + host + " is unknown");
        }
    }

    /// Checks one address of a host.
    ///
    /// @throws CallException when it may not be connected to
    void check(String host, InetAddress address) {
        if (!allowedHosts.contains(normal(host)) && !passing.matches(address)) {
            throw CallException.refused("the address of " + host
                    + " is private to the network of this service; its operator can allow it in rhesis.egress.allow");
        }
    }

    private static String normal(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /// A name service.
    interface Resolver {

        /// Looks up the addresses of a host.
        InetAddress[] resolve(String host) throws UnknownHostException;
    }
}
