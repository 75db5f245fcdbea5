package ai.rhesis.backend.portal.feedback;

/// The confirmation that feedback is on its way.
record FeedbackResponse(boolean success, String message) {

    static final FeedbackResponse SENT = new FeedbackResponse(true, "Feedback sent successfully");
}
