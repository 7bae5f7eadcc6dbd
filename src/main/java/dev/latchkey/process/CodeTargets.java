package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.directory.IdentifierKind;
import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.SendLimits;
import dev.latchkey.messaging.TargetHasher;
import dev.latchkey.proof.CodeUse;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.PendingAddresses;
import dev.latchkey.recovery.PendingAddresses.Pending;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.review.Inquiries;
import dev.latchkey.review.Inquiry;
import dev.latchkey.review.Review;
import dev.latchkey.review.Reviews;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds where a code of a recovery goes; a decoy or a missing address gets a stand-in. */
@Component
class CodeTargets {
  /** Value of variable {@code channel} for the contact address of a support request. */
  static final String CONTACT = "contact";

  /** The same for the address that is to be added to an account. */
  static final String NEW_ADDRESS = "new-address";

  /** The same for an older address of the account, where a reviewer wants to see it read. */
  static final String OLDER_ADDRESS = "older-address";

  private final AccountDirectory directory;
  private final Reviews reviews;
  private final Inquiries inquiries;
  private final PendingAddresses pending;
  private final TargetHasher hasher;
  private final SendLimits limits;

  CodeTargets(
      AccountDirectory directory,
      Reviews reviews,
      Inquiries inquiries,
      PendingAddresses pending,
      TargetHasher hasher,
      SendLimits limits) {
    this.directory = directory;
    this.reviews = reviews;
    this.inquiries = inquiries;
    this.pending = pending;
    this.hasher = hasher;
    this.limits = limits;
  }

  CodeTarget of(RecoveryCase recovery, String channelKey) {
    if (CONTACT.equals(channelKey)) {
      return contact(recovery);
    }
    if (NEW_ADDRESS.equals(channelKey)) {
      return newAddress(recovery);
    }
    if (OLDER_ADDRESS.equals(channelKey)) {
      return olderAddress(recovery);
    }
    Way way = Way.ofKey(channelKey).orElseThrow();
    Channel channel = way == Way.EMAIL ? Channel.EMAIL : Channel.TEXT_MESSAGE;
    Optional<Address> address = addressOf(recovery, channel);
    String hash =
        address
            .map(found -> hasher.hash(channel, found.value()))
            .orElseGet(() -> standIn(recovery, channel));
    return new CodeTarget(
        channel,
        way,
        CodeUse.PROOF,
        address.map(Address::value).orElse(null),
        address.map(Address::id).orElse(null),
        hash,
        recovery.subject());
  }

  /**
   * What was typed, where that is an address of the channel: a decoy counts as an account would.
   */
  private String standIn(RecoveryCase recovery, Channel channel) {
    IdentifierKind sameKind =
        channel == Channel.EMAIL ? IdentifierKind.EMAIL : IdentifierKind.PHONE;
    return recovery.typedTargetHash() != null && recovery.identifierKind() == sameKind
        ? recovery.typedTargetHash()
        : hasher.decoy(channel, recovery.subject());
  }

  private Optional<Address> addressOf(RecoveryCase recovery, Channel channel) {
    AddressKind kind = channel == Channel.EMAIL ? AddressKind.EMAIL : AddressKind.PHONE;
    return Optional.ofNullable(recovery.accountId())
        .flatMap(directory::findById)
        .filter(account -> account.status() == AccountStatus.ACTIVE)
        .flatMap((Account account) -> account.reachableBy(kind, recovery.typedAddressId()))
        .filter(address -> limits.mayEverBeSentTo(channel, address.value()))
        .filter(address -> limits.hasRoomFor(channel, address.value()));
  }

  private CodeTarget contact(RecoveryCase recovery) {
    String address = reviews.of(recovery.id()).map(Review::contact).orElseThrow();
    return notOnFile(recovery, CodeUse.CONTACT, Channel.EMAIL, address);
  }

  private CodeTarget newAddress(RecoveryCase adding) {
    Pending wanted = pending.of(adding.id()).orElseThrow();
    return notOnFile(adding, CodeUse.ADDRESS, channel(wanted.kind()), wanted.value());
  }

  /** Null as its address where the account lost it since, or where nothing may be sent to it. */
  private CodeTarget olderAddress(RecoveryCase recovery) {
    String wanted = inquiries.current(recovery.id()).map(Inquiry::addressId).orElse("");
    Optional<Address> found =
        Optional.ofNullable(recovery.accountId())
            .flatMap(directory::findById)
            .flatMap(
                account ->
                    account.verified().stream().filter(a -> a.id().equals(wanted)).findAny());
    Channel channel = found.map(address -> channel(address.kind())).orElse(Channel.EMAIL);
    String value =
        found
            .map(Address::value)
            .filter(address -> limits.mayEverBeSentTo(channel, address))
            .orElse(null);
    String hash =
        value == null ? hasher.decoy(channel, recovery.subject()) : hasher.hash(channel, value);
    return new CodeTarget(
        channel,
        channel == Channel.EMAIL ? Way.EMAIL : Way.TEXT_MESSAGE,
        CodeUse.CHALLENGE,
        value,
        null,
        hash,
        CodeUse.CHALLENGE.subject(recovery.subject(), hash));
  }

  private CodeTarget notOnFile(RecoveryCase recovery, CodeUse use, Channel channel, String value) {
    String hash = hasher.hash(channel, value);
    Way way = channel == Channel.EMAIL ? Way.EMAIL : Way.TEXT_MESSAGE;
    return new CodeTarget(
        channel, way, use, value, null, hash, use.subject(recovery.subject(), hash));
  }

  /** The channel that reaches addresses of this kind. */
  static Channel channel(AddressKind kind) {
    return kind == AddressKind.EMAIL ? Channel.EMAIL : Channel.TEXT_MESSAGE;
  }
}
