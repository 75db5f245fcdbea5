package ai.rhesis.backend.portal.home;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// The address that this server listens on.
///
/// @param listening null for all addresses of this machine
public record ServerAddress(@Nullable InetAddress listening, String port) {

    public static ServerAddress of(Environment environment) {
        return new ServerAddress(
                environment.getProperty("server.address", InetAddress.class),
                environment.getRequiredProperty("local.server.port"));
    }

    /// Makes the URL at which this machine calls itself.
    public String url() {
        return "http://%s:%s".formatted(host(), port);
    }

    boolean isLoopback() {
        return listening != null && listening.isLoopbackAddress();
    }

    private String host() {
        if (listening == null || listening.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        String host = listening.getHostAddress();
        return listening instanceof Inet6Address ? "[" + host + "]" : host;
    }

    /// Names those who can call.
    String callers() {
        if (isLoopback()) {
            return "this machine only";
        }
        return listening == null || listening.isAnyLocalAddress()
                ? "whoever reaches this machine"
                : "whoever reaches " + listening.getHostAddress();
    }
}
