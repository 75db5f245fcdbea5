package ai.rhesis.backend.conversation;

import ai.rhesis.backend.provider.ModelSnapshot;
import ai.rhesis.backend.target.Answer;
import ai.rhesis.backend.target.Question;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Lets a model play the user of a multi-turn test.
@Component
public class Conversations {

    /// Talks with the target until the goal is met or the turns run out.
    ///
    /// @throws ai.rhesis.backend.egress.CallException when the target or the driver brought no answer
    public Transcript hold(Script script, ModelSnapshot driver, Function<Question, Answer> target) {
        throw new UnsupportedOperationException();
    }
}
