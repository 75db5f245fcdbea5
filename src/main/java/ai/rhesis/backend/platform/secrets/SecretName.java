package ai.rhesis.backend.platform.secrets;

import java.util.Locale;
import java.util.regex.Pattern;

/// Names under which secrets travel: headers, parameters and keys that are shown to readers must not have them.
public final class SecretName {

    private static final Pattern SECRET =
            Pattern.compile("authorization|cookie|api-?_?key|token|secret|password|credential|[-_]key$");

    private SecretName() {}

    public static boolean matches(String name) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
