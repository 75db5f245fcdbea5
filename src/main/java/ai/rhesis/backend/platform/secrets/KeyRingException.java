package ai.rhesis.backend.platform.secrets;

import ai.rhesis.backend.platform.start.StartRefusal;

/// The refusal of configured keys that can't be used; the message never repeats a key.
final class KeyRingException extends StartRefusal {

    private static final String REMEDY =
            "Set rhesis.secrets.keys to a list of id:key pairs whose keys are 32 random bytes in base64. "
                    + "Make one with: echo \"1:$(openssl rand -base64 32)\"";

    KeyRingException(String problem) {
        super(problem + ".", REMEDY, null);
    }
}
