/// The style sheet that stands in every HTML document.
enum HTMLStyle {
  /// The sheet of paper: A4, upright, or lying on its side for a table.
  static func page(isTable: Bool) -> String {
    isTable
      ? "@page { size: A4 landscape; margin: 12mm 10mm; }\nbody { max-width: 277mm; }\n"
      : "@page { size: A4 portrait; margin: 18mm 15mm 15mm 25mm; }\nbody { max-width: 170mm; }\n"
  }

  static let common = """
    html { font: 11.5pt/1.35 "Times New Roman", "Liberation Serif", serif; color: #000; background: #fff; }
    body { margin: 0 auto; padding: 8mm; overflow-wrap: anywhere; }
    header { display: flex; gap: 10mm; border-bottom: 1.5pt solid #000; padding-bottom: 3mm; }
    header p { flex: 1; margin: 0; text-align: center; font-weight: bold; }
    h1 { font-size: 14pt; text-align: center; margin: 8mm 0 2mm; }
    h2 { font-size: 1em; margin: 4mm 0 1mm; }
    p { margin: 3mm 0; }
    .subtitle { text-align: center; margin-top: 0; }
    .line { display: flex; justify-content: space-between; gap: 10mm; flex-wrap: wrap; }
    .field { margin: 3mm 0; }
    .field p { margin: 0; border-bottom: 0.5pt solid #000; font-weight: bold; }
    small { font-size: 0.78em; color: #333; }
    ol { margin: 1mm 0; padding-left: 6mm; }
    li p { margin: 1mm 0 2mm; font-weight: bold; }
    .signatory { display: flex; gap: 10mm; margin-top: 12mm; break-inside: avoid; }
    .signatory .field { flex: 1; }
    table { border-collapse: collapse; width: 100%; font-size: 6.8pt; line-height: 1.2; margin-top: 3mm; }
    th, td { border: 0.5pt solid #000; padding: 0.8mm; vertical-align: top; }
    th { font-size: 6pt; font-weight: bold; text-align: center; overflow-wrap: normal; }
    tr { break-inside: avoid; }
    footer { margin-top: 8mm; border-top: 0.5pt solid #000; font-size: 8.5pt; line-height: 1.3; break-inside: avoid; }
    footer .law, footer .note { margin: 2mm 0; }
    footer .note { font-style: italic; }
    .evidence h2 { margin: 2mm 0 0.5mm; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 4mm; margin: 0; }
    dt { color: #333; }
    dd { margin: 0; }
    code { font-family: "Liberation Mono", monospace; font-size: 0.92em; }
    .withheld { font-style: italic; font-weight: normal; }
    @media print { body { max-width: none; padding: 0; } }
    """
}
