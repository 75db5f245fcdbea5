package ai.rhesis.backend.integration.endpoint.mapping;

import ai.rhesis.backend.integration.template.TemplateException;

/// A place in a JSON document, as a JSON pointer (RFC 6901).
record Pointer(String text) {

    static final Pointer ROOT = new Pointer("");

    Pointer member(String name) {
        return new Pointer(text + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    Pointer item(int index) {
        return new Pointer(text + "/" + index);
    }

    MappingException mistake(TemplateException cause) {
        return new MappingException(text, String.valueOf(cause.getMessage()), cause.isTooComplex());
    }
}
