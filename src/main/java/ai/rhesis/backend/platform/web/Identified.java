package ai.rhesis.backend.platform.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// The answer about one object of an organization.
public interface Identified extends Revisioned {

    @JsonUnwrapped
    Identity identity();

    @Override
    default long revision() {
        return identity().revision();
    }
}
