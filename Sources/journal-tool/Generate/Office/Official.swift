import RegistryEvents

/// Somebody in office, with the key that is now his.
struct Official: Sendable {
  /// The internal id of the holder.
  let id: String
  let person: Person
  var roles: [OfficeRole]
  /// How many keys he has had.
  var keyNumber = 1
  var key: PrivateKey
  /// From when the key's mandate holds.
  var from: Instant

  var holder: KeyHolder { KeyHolder(id: id, name: person.fullName) }

  /// As the signatory of a document in one of his roles.
  func signatory(_ role: OfficeRole) -> Signatory { Signatory(name: person.fullName, position: role.position) }

  /// The enrolment of the key.
  var enrolment: KeyEnrolled {
    KeyEnrolled(from: from, holder: holder, jwk: key.publicKey.jwk, roles: roles.map(\.rawValue).sorted())
  }
}
