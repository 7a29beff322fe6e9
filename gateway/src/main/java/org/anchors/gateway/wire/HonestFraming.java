package org.anchors.gateway.wire;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a Content-Length where it was sent together with a Transfer-Encoding. Netty drops it, as RFC 9112 (6.3) allows a
 * server to do; but then nobody after it can tell, and the gateway is to refuse such requests.
 */
public final class HonestFraming extends ChannelInitializerExtension {

    private static volatile @Nullable HttpServerOptions options;

    /** Netty looks for extensions only when this is said before its first connection, in or out. */
    static void enable() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    static void decodeAs(HttpServerOptions chosen) {
        options = chosen;
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        var chosen = options;
        if (chosen != null) {
            channel.pipeline().addFirst(new Exchanger(chosen));
        }
    }

    /** Waits for the first bytes, when the decoder has been put in its place, and puts ours there instead. */
    private static final class Exchanger extends ChannelInboundHandlerAdapter {

        private final HttpServerOptions chosen;

        Exchanger(HttpServerOptions chosen) {
            this.chosen = chosen;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            var pipeline = context.pipeline();
            var usual = pipeline.context(VertxHttpRequestDecoder.class);
            if (usual != null) {
                pipeline.replace(usual.handler(), usual.name(), new Decoder(chosen));
            }
            context.fireChannelRead(bytes);
            if (!context.isRemoved()) {
                pipeline.remove(this);
            }
        }
    }

    private static final class Decoder extends VertxHttpRequestDecoder {

        Decoder(HttpServerOptions chosen) {
            super(chosen);
        }

        @Override
        protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
            // Both stay in the message, and the doorkeeper refuses it.
        }
    }
}
