package ai.rhesis.backend.trace.call;

/// The receipt of a reported call.
record CallReceiptResponse(String status) {

    static final CallReceiptResponse RECEIVED = new CallReceiptResponse("received");
}
