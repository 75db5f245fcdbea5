package ai.rhesis.backend.platform.egress;

import java.io.IOException;

/// The failure of reading more than is allowed.
final class TooLargeException extends IOException {

    TooLargeException() {
        super("too much was received");
    }
}
