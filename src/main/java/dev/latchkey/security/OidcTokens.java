package dev.latchkey.security;

import java.util.List;
import java.util.Objects;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Access tokens of the provider, where no browser is: Modeler, scripts, monitoring. */
final class OidcTokens {
  private OidcTokens() {}

  /**
   * Takes tokens that the provider signed for us: another application's token is none of ours,
   * though the same people use it.
   */
  static JwtDecoder decoder(StaffOidc oidc) {
    String issuer = oidc.issuer().toString();
    NimbusJwtDecoder decoder = JwtDecoders.fromIssuerLocation(issuer);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(issuer), forUs(oidc.clientId())));
    return decoder;
  }

  private static OAuth2TokenValidator<Jwt> forUs(String client) {
    OAuth2Error foreign = new OAuth2Error("invalid_token", "The token is not for us", null);
    return token ->
        !ofSignIn(token)
                && (audience(token).contains(client)
                    || Objects.equals(token.getClaimAsString("azp"), client))
            ? OAuth2TokenValidatorResult.success()
            : OAuth2TokenValidatorResult.failure(foreign);
  }

  /** An ID token tells who signed in; it is no key to an interface. */
  private static boolean ofSignIn(Jwt token) {
    return token.hasClaim("nonce") || token.hasClaim("at_hash") || token.hasClaim("c_hash");
  }

  private static List<String> audience(Jwt token) {
    return token.getAudience() == null ? List.of() : token.getAudience();
  }

  /** The member of staff whom a token names, with our groups as authorities. */
  static JwtAuthenticationToken member(ProvidedStaff staff, Jwt token) {
    return staff
        .calling(token)
        .map(
            member ->
                new JwtAuthenticationToken(
                    token,
                    member.groups().stream().map(SimpleGrantedAuthority::new).toList(),
                    member.id()))
        .orElseThrow(() -> new InvalidBearerTokenException("Not one of the staff"));
  }
}
