package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.security.SessionHolders;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.platform.websocket.Arrivals;
import ai.rhesis.backend.platform.websocket.FrameException;
import ai.rhesis.backend.platform.websocket.OpenConnection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/// The dispatch of a client's message to its handler.
@Component
class SocketDispatch {

    private static final Logger log = LoggerFactory.getLogger(SocketDispatch.class);

    private final Subscriptions subscriptions;
    private final SessionHolders holders;
    private final Arrivals arrivals;
    private final JsonMapper json;
    private final Map<String, FrameHandler> handlers;

    SocketDispatch(
            Subscriptions subscriptions,
            SessionHolders holders,
            Arrivals arrivals,
            JsonMapper json,
            ObjectProvider<FrameHandler> handlers) {
        this.subscriptions = subscriptions;
        this.holders = holders;
        this.arrivals = arrivals;
        this.json = json;
        this.handlers = handlers.stream().collect(Collectors.toMap(FrameHandler::type, Function.identity()));
    }

    /// Answers a whole message, and gives its room back when that is done.
    void dispatch(SocketConnection connection, String text) {
        Runnable release = () -> arrivals.giveBack(text.length());
        boolean isHandedOn = false;
        try {
            isHandedOn = answer(connection, ClientMessage.parse(text, json), release);
        } catch (FrameException refused) {
            connection.send(Frame.error(String.valueOf(refused.getMessage()), null));
        } catch (ProblemException | NotAMemberException outside) {
            connection.close(OpenConnection.ENDED);
        } catch (DataAccessException | TransactionException unreachable) {
            log.warn("A message could not be answered: {}", LoggedFailure.words(unreachable));
            connection.send(Frame.error("The service can't answer now; try again.", null));
        } finally {
            if (!isHandedOn) {
                release.run();
            }
        }
    }

    private boolean answer(SocketConnection connection, ClientMessage message, Runnable release) {
        switch (message.type()) {
            case "ping" -> connection.send(Frame.of("pong", Map.of()).answering(message.correlationId()));
            case "subscribe" -> {
                holders.require(connection.session());
                subscriptions.subscribe(connection, message);
            }
            case "unsubscribe" -> subscriptions.unsubscribe(connection, message);
            default -> {
                handOn(connection, message, release);
                return true;
            }
        }
        return false;
    }

    private void handOn(SocketConnection connection, ClientMessage message, Runnable release) {
        FrameHandler handler = handlers.get(message.type());
        if (handler == null) {
            throw new FrameException("The type of a message must be one of ping, subscribe, unsubscribe, "
                    + handlers.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        Caller caller = holders.require(connection.session());
        if (!connection.atWork().tryAcquire()) {
            throw new FrameException("At most " + SocketConnection.MAX_AT_WORK
                    + " messages are worked on at a time; wait for an answer.");
        }
        Exchange exchange = new Exchange(
                caller, message.payload(), frame -> connection.send(frame.answering(message.correlationId())));
        Thread.ofVirtual().name("socket-work").start(() -> work(connection, handler, exchange, release));
    }

    private static void work(SocketConnection connection, FrameHandler handler, Exchange exchange, Runnable release) {
        try {
            handler.handle(exchange);
        } catch (RuntimeException failure) {
            log.warn("A message of the type {} could not be answered", handler.type(), LoggedFailure.of(failure));
            exchange.answer("error", Map.of("error", "The service can't answer this now."));
        } finally {
            connection.atWork().release();
            release.run();
        }
    }
}
