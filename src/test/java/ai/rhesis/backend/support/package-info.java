/// What tests of several packages share.
@NullMarked
package ai.rhesis.backend.support;

import org.jspecify.annotations.NullMarked;
