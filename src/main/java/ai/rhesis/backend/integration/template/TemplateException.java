package ai.rhesis.backend.integration.template;

/// A template or a path that can't be understood or not be rendered; its message is meant for who wrote it.
public final class TemplateException extends RuntimeException {

    private final boolean isTooComplex;

    TemplateException(String message) {
        this(message, false);
    }

    private TemplateException(String message, boolean isTooComplex) {
        super(message);
        this.isTooComplex = isTooComplex;
    }

    /// Creates the failure of a template that takes more steps, time or memory than it may; the message names the
    /// bound.
    static TemplateException tooComplex(String message) {
        return new TemplateException(message, true);
    }

    public boolean isTooComplex() {
        return isTooComplex;
    }
}
