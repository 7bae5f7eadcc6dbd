package dev.latchkey.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends requests that are larger than anything a person or client has to say: 64 KiB, and 4 MiB for
 * staff, who deploy diagrams. Where files can be added, more is read than is taken, so that whoever
 * sends a large photograph is told so instead of losing the connection. A body that does not tell
 * its length is cut off at the limit.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestSizeFilter extends OncePerRequestFilter {
  private static final long PEOPLE = 64 * 1024;
  private static final long STAFF = 4 * 1024 * 1024;
  private static final long FILES = 24 * 1024 * 1024;
  private static final Set<String> WITH_FILES =
      Set.of("/recovery/statement", "/recovery/evidence", "/api/v1/recoveries/current/evidence");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = limit(request);
    long length = request.getContentLengthLong();
    if (length > limit) {
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (length < 0) {
      chain.doFilter(new Limited(request, limit), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static long limit(HttpServletRequest request) {
    String uri = request.getRequestURI();
    if (WITH_FILES.contains(uri) && "POST".equals(request.getMethod())) {
      return FILES;
    }
    return uri.startsWith("/camunda/") || uri.startsWith("/engine-rest/") ? STAFF : PEOPLE;
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final long limit;

    private Limited(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), limit);
    }
  }

  private static final class LimitedStream extends ServletInputStream {
    private final ServletInputStream body;
    private long left;

    private LimitedStream(ServletInputStream body, long limit) {
      this.body = body;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      if (next >= 0) {
        count(1);
      }
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int got = body.read(into, offset, length);
      if (got > 0) {
        count(got);
      }
      return got;
    }

    private void count(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("The request is too large");
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
