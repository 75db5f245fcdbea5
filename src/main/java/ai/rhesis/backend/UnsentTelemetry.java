package ai.rhesis.backend;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/// The filter that leaves out what measures requests and the JVM, unless the operator named a collector for it.
///
/// Spring Boot sets it up wherever its libraries are. Each request then made a span and timers that nobody read.
class UnsentTelemetry implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String TRACES = "management.opentelemetry.tracing.export.otlp.endpoint";
    private static final String METRICS = "management.otlp.metrics.export.enabled";
    private static final Pattern TELEMETRY = Pattern.compile("\\.(micrometer|opentelemetry|metrics)\\.");

    private boolean isSent;

    @Override
    public void setEnvironment(Environment environment) {
        isSent = environment.containsProperty(TRACES) || environment.getProperty(METRICS, Boolean.class, false);
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[configurations.length];
        for (int place = 0; place < configurations.length; place++) {
            String name = configurations[place];
            kept[place] = name != null && keeps(name);
        }
        return kept;
    }

    boolean keeps(String configuration) {
        return isSent || !TELEMETRY.matcher(configuration).find();
    }
}
