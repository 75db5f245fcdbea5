package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallException.Reason;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// The end of a call, however it ended.
sealed interface Outcome {

    /// An answer of the program, which may tell an error of its own.
    record Answered(JsonNode frame) implements Outcome {}

    /// A call without an answer.
    record Failed(Reason reason, String message) implements Outcome {

        CallException exception() {
            return CallException.sdk(reason, message);
        }
    }

    /// A call to a connection that is no more; the next one can be tried.
    record Gone() implements Outcome {}

    /// The end of a call whose program left.
    Failed LEFT = new Failed(
            Reason.SDK_DISCONNECTED, "the program left before it answered; it was connected when it was asked");

    /// The end of a call for which the program never had time.
    Failed CROWDED = new Failed(
            Reason.SDK_TIMEOUT,
            "the program was busy with " + ProgramConnection.MAX_CALLS + " other calls for as long as this one had");

    /// The end of a call whose answer could not be taken.
    Failed REFUSED =
            new Failed(Reason.SDK_FUNCTION_ERROR, "the program's answer was refused: it must be JSON of at most 1 MiB");

    /// The end of a call whose caller gave up.
    Failed CANCELLED = new Failed(Reason.SDK_TIMEOUT, "the call was cancelled");

    /// The end of a call that was not answered in time.
    static Failed late(Duration timeout) {
        return new Failed(Reason.SDK_TIMEOUT, "the program did not answer within " + timeout.toSeconds() + " seconds");
    }
}
