package ai.rhesis.backend.integration.template;

/// A template or a path that can't be understood or not be rendered; its message is meant for who wrote it.
public final class TemplateException extends RuntimeException {

    TemplateException(String message) {
        super(message);
    }
}
