import RegistryEvents
import Testing

/// Notes that other implementations have written: of Go's checksum database (sum.golang.org, as public documents quote it), and the examples of
/// C2SP tlog-cosignature and tlog-witness, whose keys are not published.
@Suite("Published signed notes")
struct NotePublishedTests {
  private static let goSumDB = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"

  private static let goNotes = [
    """
    go.sum database tree
    6476701
    mb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=

    — sum.golang.org Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9LM7Us9S+1xbFIGu95949rj4nPRYfvimWEPWL+o3GeoWwOoAw=

    """,
    """
    go.sum database tree
    28891140
    ++pUIeKTwGvykMUkmM3AT97PwQipMT6H/p7t86E0Sp0=

    — sum.golang.org Az3grqNvOILDz7xwAKugtVFZwd+I9IyB/mHrUYzcVaS9zKsRVdRLNGLFpnAcLhyoBBkdIYEzK/+7Eu4wanYttLrPsQo=

    """,
    """
    go.sum database tree
    52544510
    +TGlZfnTizQCJgyZR56QixD8+X4dd8Wefy8U1w6k0Ig=

    — sum.golang.org Az3grn6d1PSjcypDf9bfcFVU5fvJB7VkLc0MAbz8jqeQVnSbAj9pKcsB5dJt5VdswPDUtiFar5LPRBu+uEQAT1CDfAc=

    """,
  ]

  @Test("the trees of Go's checksum database open with its key and are read", arguments: goNotes)
  func goSumDatabase(text: String) throws {
    let note = try Note(text.utf8)
    let key = try VerifierKey(Self.goSumDB)
    #expect(key.name == "sum.golang.org" && key.description == Self.goSumDB)
    let opened = try note.open(with: [key])
    let checkpoint = try Checkpoint(text: opened.text)
    #expect(checkpoint.origin == "go.sum database tree" && checkpoint.size > 6_000_000)
    #expect(opened.text == checkpoint.text && note.bytes == Array(text.utf8))
    // As a tlog-checkpoint it wants a signer that is named as the origin, which this log, older than the specification, has not.
    #expect(throws: RegistryError(.noteUnsigned, detail: "no signer is named as the origin")) {
      try Checkpoint(opening: note, with: [key])
    }
    var changed = Array(text.utf8)
    changed[21] ^= 1
    #expect(throws: RegistryError.self) { try Note(changed).open(with: [key]) }
  }

  private static let example = """
    example.com/behind-the-sofa
    20852163
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

    — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=

    """

  @Test("C2SP's example of a checkpoint with a cosignature is read, and written as it was")
  func cosigned() throws {
    let text =
      Self.example
      + "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"
    let note = try Note(text.utf8)
    #expect(note.bytes == Array(text.utf8))
    #expect(note.signatures.map(\.name) == ["example.com/behind-the-sofa", "witness.example.com/w1"])
    #expect(note.signatures.map(\.signature.count) == [64, 72])
    // The time that the example says, 20 March 2023.
    #expect(note.signatures[1].signature.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } == 1_679_315_147)
  }

  @Test("C2SP's example of a request to a witness is read, and written as it was")
  func request() throws {
    let text =
      "old 20852014\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\njrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n\n"
      + Self.example
    let request = try WitnessRequest(text.utf8)
    #expect(request.oldSize == 20_852_014 && request.path.count == 2)
    #expect(request.bytes == Array(text.utf8))
  }
}
