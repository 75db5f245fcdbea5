package ai.rhesis.backend.platform.embedded;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/// The settings of a server with the embedded database that keep it to this machine, unless others are configured: it
/// listens on loopback, and whoever calls it there may register.
///
/// Targets on this machine are allowed where only this machine can call: its callers reach those anyway.
record LocalDefaults(
        @Nullable InetAddress address, @Nullable String registration, List<String> allowed) {

    private static final String ADDRESS = "server.address";
    private static final String REGISTRATION = "rhesis.registration";
    private static final String ALLOW = "rhesis.egress.allow";
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");

    static LocalDefaults of(ConfigurableEnvironment environment) {
        Binder binder = Binder.get(environment);
        return new LocalDefaults(
                binder.bind(ADDRESS, InetAddress.class).orElse(null),
                environment.getProperty(REGISTRATION),
                binder.bind(ALLOW, Bindable.listOf(String.class)).orElse(List.of()));
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(REGISTRATION, registration == null ? "open" : registration);
        if (address == null) {
            properties.put(ADDRESS, LOOPBACK.getFirst());
        }
        if (address == null || address.isLoopbackAddress()) {
            List<String> all = new ArrayList<>(allowed);
            all.addAll(LOOPBACK);
            properties.put(ALLOW, String.join(",", all));
        }
        return properties;
    }
}
