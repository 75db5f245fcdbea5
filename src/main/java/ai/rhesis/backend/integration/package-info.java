/// Systems outside the service: endpoints under test, model providers, and the templates and conversations that talk to
/// them.
@NullMarked
package ai.rhesis.backend.integration;

import org.jspecify.annotations.NullMarked;
