/// What a newcomer finds after the first start without configuration.
@NullMarked
package ai.rhesis.backend.portal.demo;

import org.jspecify.annotations.NullMarked;
