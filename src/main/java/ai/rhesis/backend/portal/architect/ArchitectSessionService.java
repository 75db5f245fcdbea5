package ai.rhesis.backend.portal.architect;

import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// The sessions of the caller, and what was said in them.
@Service
@Transactional
class ArchitectSessionService {

    static final int MAX_MESSAGES = 100;

    private final ArchitectSessionRepository sessions;
    private final ArchitectMessageQueries messages;

    ArchitectSessionService(ArchitectSessionRepository sessions, ArchitectMessageQueries messages) {
        this.sessions = sessions;
        this.messages = messages;
    }

    @Transactional(readOnly = true)
    Listing<ArchitectSession> list(ListRequest request) {
        return sessions.list(request, ArchitectSessionFields.ALL, Restriction.none());
    }

    @Transactional(readOnly = true)
    ArchitectSessionView get(UUID id) {
        return new ArchitectSessionView(sessions.get(id), messages.list(id, 0, MAX_MESSAGES));
    }

    @Transactional(readOnly = true)
    List<ArchitectMessage> messages(UUID id, int skip, int limit) {
        ListRequest.requireLimit(limit, MAX_MESSAGES);
        sessions.get(id);
        return messages.list(id, Math.max(0, skip), limit);
    }

    ArchitectSession create(ArchitectSessionRequest request) {
        ArchitectSession session = sessions.save(new ArchitectSession(request));
        String first = request.initialMessage();
        if (first != null && !first.isBlank()) {
            messages.add(session.getId(), ArchitectMessage.USER, first, null);
        }
        return session;
    }

    ArchitectSession update(UUID id, Patch<ArchitectSessionRequest> change) {
        ArchitectSession session = sessions.getForUpdate(id);
        session.change(change.applyTo(ArchitectSessionRequest.of(session), session.getVersion()));
        return sessions.save(session);
    }

    ArchitectSession delete(UUID id, IfMatch ifMatch) {
        ArchitectSession session = sessions.getForUpdate(id);
        ifMatch.check(session.getVersion());
        session.delete();
        return sessions.save(session);
    }

    /// Keeps what the user says.
    void say(UUID id, String content, @Nullable JsonNode attachments) {
        ArchitectSession session = sessions.getForUpdate(id);
        JsonNode storable = attachments == null ? null : StorableText.of(attachments);
        messages.add(id, ArchitectMessage.USER, StorableText.of(content), storable);
        session.touch();
        sessions.save(session);
    }
}
