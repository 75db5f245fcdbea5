package ai.rhesis.backend.platform.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import org.apache.commons.io.input.BoundedInputStream;

/// Sockets that check the very address they connect to, which no name service, literal address or redirect gets around.
final class GuardedSockets extends SocketFactory {

    private final AddressGuard guard;
    private final long maxBytes;

    GuardedSockets(AddressGuard guard) {
        this(guard, Long.MAX_VALUE);
    }

    /// @param maxBytes the bytes that each socket may receive in its life
    GuardedSockets(AddressGuard guard, long maxBytes) {
        this.guard = guard;
        this.maxBytes = maxBytes;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public InputStream getInputStream() throws IOException {
                return BoundedInputStream.builder()
                        .setInputStream(super.getInputStream())
                        .setMaxCount(maxBytes)
                        .setOnMaxCount((max, count) -> {
                            throw new TooLargeException();
                        })
                        .get();
            }

            @Override
            public void connect(SocketAddress destination, int timeout) throws IOException {
                if (destination instanceof InetSocketAddress named && named.getAddress() != null) {
                    guard.check(named.getHostString(), named.getAddress());
                    super.connect(destination, timeout);
                } else {
                    throw CallException.network("the address is not resolved");
                }
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("connect an unconnected socket, so that its address is checked");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        return createSocket(address.getHostAddress(), port);
    }
}
