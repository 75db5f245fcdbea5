/// Templates and paths that users write: Jinja's syntax and JSONPath over plain data, in a sandbox.
@NullMarked
package ai.rhesis.backend.integration.template;

import org.jspecify.annotations.NullMarked;
