package ai.rhesis.backend.metric.assertion;

/// The signal that an assertion can't judge, because of how it was written or because there is nothing to judge.
final class UnjudgeableException extends RuntimeException {

    static final String TOO_COMPLEX = "too_complex";

    private final String type;

    private UnjudgeableException(String type, String message) {
        super(message);
        this.type = type;
    }

    static UnjudgeableException missing(String what, String message) {
        return new UnjudgeableException("missing_" + what, message);
    }

    static UnjudgeableException invalidValue(String message) {
        return new UnjudgeableException("invalid_value", message);
    }

    /// Signals a judgement that would take more time or memory than it may.
    static UnjudgeableException tooComplex(String message) {
        return new UnjudgeableException(TOO_COMPLEX, message);
    }

    /// Tells the kind of it, for programs.
    String type() {
        return type;
    }

    /// Names the field of the metric where it is mended, if that is in the metric.
    String field() {
        return type.equals("missing_threshold") ? "threshold" : "evaluation_prompt";
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this; // an answer, not a bug
    }
}
