package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.platform.egress.CallException;
import java.util.Locale;

/// The kinds of errors that results tell.
final class Errors {

    static final String INTERNAL = "internal";
    static final String CONFIGURATION = "configuration";
    static final String DEADLINE = "deadline";

    private Errors() {}

    static String type(CallException failure) {
        return failure.reason().name().toLowerCase(Locale.ROOT);
    }
}
