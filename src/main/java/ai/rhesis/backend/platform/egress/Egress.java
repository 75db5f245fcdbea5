package ai.rhesis.backend.platform.egress;

import ai.rhesis.backend.platform.compute.RequestTurns;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.socket.WebSocketHttpHeaders;

/// The HTTP clients of all outgoing calls: the address guard checks every connection, and no redirect leads off the
/// host.
@Component
public class Egress {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int IDLE_CONNECTIONS = 1_024;
    private static final String RETRY_AFTER = "Retry-After";

    // of all that one web socket receives, frames and handshake included
    private static final long MAX_SOCKET_BYTES = 2_000_000;

    private final AddressGuard guard;
    // made at the first call: a client reads the certificates of all authorities
    private final SingletonSupplier<OkHttpClient> client = SingletonSupplier.of(this::forCalls);
    private final SingletonSupplier<OkHttpClient> socketClient = SingletonSupplier.of(this::forSockets);

    Egress(AddressGuard guard) {
        this.guard = guard;
    }

    /// Returns the client for web sockets. It follows no redirect, because network interceptors don't see handshakes,
    /// and it bounds what a socket receives, because a web socket has no size.
    public OkHttpClient socketClient() {
        return socketClient.obtain();
    }

    /// Checks an address in the calling thread, where the connection is made by another one.
    ///
    /// @throws CallException when the host is unknown or may not be connected to
    public void check(HttpUrl url) {
        guard.resolve(url.host());
    }

    /// Returns the client that all calls share. Its limit of time is [CallTimeout#DEFAULT]; set another on the call.
    public OkHttpClient client() {
        return client.obtain();
    }

    private OkHttpClient forCalls() {
        return guarded(new OkHttpClient.Builder())
                .addInterceptor(Egress::withoutTurn)
                .callTimeout(CallTimeout.DEFAULT)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .dispatcher(unlimited())
                .build();
    }

    private OkHttpClient forSockets() {
        return guarded(new OkHttpClient.Builder())
                .socketFactory(new GuardedSockets(guard, MAX_SOCKET_BYTES))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MINUTES))
                .dispatcher(unlimited())
                .followRedirects(false)
                .addInterceptor(Egress::withoutCompression)
                .build();
    }

    /// Guards a client. It tries again by itself only where an idle connection turned out to be closed; everything else
    /// is for [Attempts]. The time of the whole call bounds reading and writing.
    OkHttpClient.Builder guarded(OkHttpClient.Builder builder) {
        return builder.dns(guard::resolve)
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .socketFactory(new GuardedSockets(guard))
                .proxy(Proxy.NO_PROXY)
                .followSslRedirects(false)
                .retryOnConnectionFailure(true)
                .addNetworkInterceptor(Egress::stayOnHost)
                .addNetworkInterceptor(Egress::withoutOwnRetry);
    }

    // in the thread that calls, before it waits
    private static Response withoutTurn(Interceptor.Chain chain) throws IOException {
        RequestTurns.leaveForOthers();
        return chain.proceed(chain.request());
    }

    // A few compressed bytes can become any number of them.
    private static Response withoutCompression(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request()
                .newBuilder()
                .removeHeader(WebSocketHttpHeaders.SEC_WEBSOCKET_EXTENSIONS)
                .build());
        return response.newBuilder()
                .removeHeader(WebSocketHttpHeaders.SEC_WEBSOCKET_EXTENSIONS)
                .build();
    }

    private static Response stayOnHost(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String location = response.header("Location");
        if (response.isRedirect() && location != null) {
            HttpUrl from = chain.request().url();
            HttpUrl to = from.resolve(location);
            if (to == null || !Origin.of(to).equals(Origin.of(from))) {
                response.close();
                throw CallException.refused("the answer of " + from.host()
                        + " redirects to another host, port or scheme, which is not followed");
            }
        }
        return response;
    }

    // The client would call again at once after "come back at once", and after 408 unless told when to come back.
    private static Response withoutOwnRetry(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String asked = response.header(RETRY_AFTER);
        if (response.code() == 503 && "0".equals(asked)) {
            return response.newBuilder().removeHeader(RETRY_AFTER).build();
        }
        boolean isLate = response.code() == 408 && (asked == null || asked.equals("0"));
        return isLate ? response.newBuilder().header(RETRY_AFTER, "1").build() : response;
    }

    private static Dispatcher unlimited() {
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }
}
