package ai.rhesis.backend.portal.recycle;

import ai.rhesis.backend.platform.web.Revisioned;

/// The answer about an object that was brought back, with the object as it is read elsewhere.
record RestoredResponse(String message, Revisioned item) implements Revisioned {

    static RestoredResponse of(String table, Revisioned item) {
        return new RestoredResponse("The " + table + " was restored.", item);
    }

    @Override
    public long revision() {
        return item.revision();
    }
}
