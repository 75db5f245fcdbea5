/// The description of the HTTP interface, and the page that shows it.
@NullMarked
package ai.rhesis.backend.platform.openapi;

import org.jspecify.annotations.NullMarked;
