package ai.rhesis.backend.platform.egress;

import java.io.IOException;

/// The other side sent more than anybody reads.
final class TooLargeException extends IOException {

    TooLargeException() {
        super("too much was received");
    }
}
