package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.websocket.Arrivals;
import ai.rhesis.backend.platform.websocket.FrameException;
import org.springframework.stereotype.Component;

/// The dispatch of a program's messages.
@Component
class ProgramDispatch {

    private static final int HEAD = 256;

    private final Registrations registrations;
    private final Arrivals arrivals;

    ProgramDispatch(Registrations registrations, Arrivals arrivals) {
        this.registrations = registrations;
        this.arrivals = arrivals;
    }

    /// Reads a whole message, and gives its room back when that is done.
    void dispatch(ProgramConnection connection, String text) {
        boolean isHandedOn = false;
        try {
            isHandedOn = read(connection, ProgramFrame.parse(text), () -> arrivals.giveBack(text.length()));
        } catch (FrameException refused) {
            refuse(connection, String.valueOf(refused.getMessage()), text);
        } finally {
            if (!isHandedOn) {
                arrivals.giveBack(text.length());
            }
        }
    }

    private boolean read(ProgramConnection connection, ProgramFrame frame, Runnable release) {
        switch (frame.type()) {
            case "ping" -> connection.send(new ServerFrame.Pong());
            case "pong" -> {}
            case "test_result", "metric_result" -> connection.end(frame.callId(), new Outcome.Answered(frame.body()));
            case "register" -> {
                registrations.put(connection, frame.body(), release);
                return true;
            }
            default ->
                throw new FrameException(
                        "The type of a message must be one of register, test_result, metric_result, ping, pong.");
        }
        return false;
    }

    /// Tells that a message was refused, and ends the call that it answered: there will be no other answer.
    void refuse(ProgramConnection connection, String reason, String text) {
        connection.send(new ServerFrame.Fault(reason));
        String callId = ProgramFrame.callIdIn(text.substring(0, Math.min(text.length(), HEAD)));
        if (callId != null) {
            connection.end(callId, Outcome.REFUSED);
        }
    }
}
