package ai.rhesis.backend.integration.conversation;

import ai.rhesis.backend.annotation.file.AttachedFile;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.chat.TimedAnswer;
import java.util.List;

/// The other side of a conversation: the system that is tested.
public interface Partner {

    /// @param files that go with the question
    /// @throws ai.rhesis.backend.platform.egress.CallException when there is no answer
    TimedAnswer ask(Question question, List<AttachedFile> files);
}
