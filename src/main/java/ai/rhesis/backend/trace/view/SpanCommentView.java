package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.run.review.Review.Reviewer;
import java.time.Instant;
import java.util.UUID;

/// A comment as it is read beside its span.
record SpanCommentView(UUID id, String content, Reviewer user, Instant createdAt) {}
