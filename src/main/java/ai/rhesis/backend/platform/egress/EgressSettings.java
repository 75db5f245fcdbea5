package ai.rhesis.backend.platform.egress;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `rhesis.egress.allow`: hosts, addresses and ranges (`10.1.0.0/16`) that may be called although they are private.
@ConfigurationProperties("rhesis.egress")
record EgressSettings(@DefaultValue List<String> allow) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+(/\\d+)?|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(/\\d+)?");

    /// Tells whether an entry is an address or a range of addresses, and no name.
    static boolean isRange(String entry) {
        return ADDRESS.matcher(entry).matches();
    }
}
