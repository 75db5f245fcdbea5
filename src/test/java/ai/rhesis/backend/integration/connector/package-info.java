@NullMarked
package ai.rhesis.backend.integration.connector;

import org.jspecify.annotations.NullMarked;
