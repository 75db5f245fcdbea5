package ai.rhesis.backend.platform.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/// Decides which addresses may be connected to: public ones, and those that the operator allows.
///
/// The refused ranges are those of the IANA special-purpose registries for IPv4 and IPv6 that are not globally
/// reachable, the prefixes that carry an IPv4 address inside an IPv6 one, and the one cloud metadata address that looks
/// public.
public final class AddressGuard {

    private static final List<IpAddressMatcher> REFUSED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(IpAddressMatcher::new)
            .toList();

    private final Resolver resolver;
    private final Set<String> allowedHosts;
    private final List<IpAddressMatcher> allowedRanges;

    AddressGuard(Resolver resolver, EgressSettings settings) {
        this.resolver = resolver;
        this.allowedHosts = settings.allow().stream()
                .filter(entry -> !EgressSettings.isRange(entry))
                .map(AddressGuard::normal)
                .collect(Collectors.toSet());
        this.allowedRanges = settings.allow().stream()
                .filter(EgressSettings::isRange)
                .map(IpAddressMatcher::new)
                .toList();
    }

    /// All addresses of a host, each of which may be connected to.
    ///
    /// @throws CallException when the host is unknown or any of its addresses is refused: a name that has one foot
    ///     inside is not trusted with the other
    List<InetAddress> resolve(String host) {
        try {
            List<InetAddress> found = List.of(resolver.resolve(host));
            found.forEach(address -> check(host, address));
            return found;
        } catch (UnknownHostException unknown) {
            throw CallException.network("the host " + host + " is unknown");
        }
    }

    /// @throws CallException when this address of a host may not be connected to
    void check(String host, InetAddress address) {
        if (!isAllowed(host, address) && REFUSED.stream().anyMatch(range -> contains(range, address))) {
            throw CallException.refused("the address of " + host
                    + " is private to the network of this service; its operator can allow it in rhesis.egress.allow");
        }
    }

    private boolean isAllowed(String host, InetAddress address) {
        return allowedHosts.contains(normal(host))
                || allowedRanges.stream().anyMatch(range -> contains(range, address));
    }

    private static boolean contains(IpAddressMatcher range, InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return range.matches(scope < 0 ? text : text.substring(0, scope));
    }

    private static String normal(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /// Looks a host's addresses up.
    interface Resolver {

        InetAddress[] resolve(String host) throws UnknownHostException;
    }
}
