package ai.rhesis.backend.portal.playground;

import ai.rhesis.backend.integration.endpoint.CountedCalls;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.socket.Exchange;
import ai.rhesis.backend.platform.socket.FrameHandler;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.tenancy.UnknownProjectException;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// The messages of the playground, each of which asks an endpoint once, with the rights and within the project of its
/// sender.
@Component
class ChatMessages implements FrameHandler {

    private final CountedCalls calls;

    ChatMessages(CountedCalls calls) {
        this.calls = calls;
    }

    @Override
    public String type() {
        return "chat.message";
    }

    @Override
    public void handle(Exchange exchange) {
        try {
            ChatMessage message = ChatMessage.of(exchange.payload());
            exchange.answer("chat.response", ask(exchange.caller(), message));
        } catch (ProblemException refused) {
            exchange.answer("chat.error", ChatError.of(refused.problem()));
        } catch (CallException noAnswer) {
            exchange.answer("chat.error", ChatError.of(noAnswer));
        } catch (UnknownProjectException | NotAMemberException outside) {
            exchange.answer("chat.error", ChatError.of(Problem.forbidden("There is no such project of yours.")));
        }
    }

    private ChatAnswer ask(Caller caller, ChatMessage message) {
        if (!caller.mayWrite()) {
            throw Problem.forbidden("You may only read here: asking an endpoint takes the role member.")
                    .exception();
        }
        Tenant tenant =
                new Tenant(Objects.requireNonNull(caller.organizationId()), caller.userId(), message.projectId());
        return tenant.<ChatAnswer, RuntimeException>call(
                () -> ChatAnswer.of(message, calls.ask(message.endpointId(), message.toQuestion())));
    }
}
