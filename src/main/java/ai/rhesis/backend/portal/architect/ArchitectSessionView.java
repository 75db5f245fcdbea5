package ai.rhesis.backend.portal.architect;

import java.util.List;

/// A session with its messages, the oldest first.
record ArchitectSessionView(ArchitectSession session, List<ArchitectMessage> messages) {}
