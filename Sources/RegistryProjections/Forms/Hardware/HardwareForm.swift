internal import RegistryEvents

/// The documents that the provider issues about hardware: the register, and what ends a case.
public enum HardwareForm: String, Sendable, CaseIterable {
  /// Appendix 1: the register (реестр).
  case register = "1"
  /// Appendix 6: the reasoned refusal of the service (мотивированный отказ).
  case refusal = "6"
  /// Appendix 7: the notice of inclusion (уведомление о включении).
  case inclusion = "7"
  /// Appendix 8: the notice of exclusion (уведомление об исключении).
  case exclusion = "8"
  /// The reasoned refusal of further consideration (отказ в дальнейшем рассмотрении), which has no form of its own and is
  /// laid out like Appendix 6 (reading I-19f).
  case completenessRefusal = "completeness"

  /// The appendix whose layout it has.
  var appendix: Int {
    switch self {
    case .register: return 1
    case .refusal, .completenessRefusal: return 6
    case .inclusion: return 7
    case .exclusion: return 8
    }
  }

  /// The type of the act that it shows; `nil` for the register, which shows many.
  public var actType: String? {
    switch self {
    case .register: return nil
    case .refusal: return Refused.type
    case .inclusion: return Included.type
    case .exclusion: return Excluded.type
    case .completenessRefusal: return CompletenessRefused.type
    }
  }

  /// The document that shows an act of a type.
  init?(actType: String) {
    guard let form = HardwareForm.allCases.first(where: { $0.actType == actType }) else { return nil }
    self = form
  }
}
