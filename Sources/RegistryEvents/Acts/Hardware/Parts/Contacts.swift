/// How to reach someone (контактные данные).
public struct Contacts: Sendable, Hashable {
  /// The e-mail address.
  public var email: Personal?
  /// The mobile telephone.
  public var phone: Personal

  /// A value of its members.
  public init(email: Personal? = nil, phone: Personal) {
    self.email = email
    self.phone = phone
  }
}

extension Contacts {
  static let schema = Schema.members(
    .optional("email", .personal(.text(256)), "the e-mail address"),
    .required("phone", .personal(.text(256)), "the mobile telephone"))

  package init(_ members: inout MemberReader) throws(RegistryError) {
    email = try members.optionalPersonal("email")
    phone = try members.personal("phone")
  }

  var value: CanonicalValue {
    .members([
      "email": email?.value,
      "phone": phone.value,
    ])
  }
}
