/*
 * A streamed page arrives hidden behind its skeleton, at the end of the body, and a script puts it in
 * its place. Where no script runs, this shows it where it is: after the header, before the footer.
 * The reset hides [hidden] with !important inside a layer: only an earlier layer can win against that.
 * No quotes: React would escape them, and a style sheet does not read entities.
 */
const style = `
body { display: flex; flex-direction: column }
body > main { min-height: 0 !important }
body > main [role=status][aria-label=Loading] { display: none }
body > div[hidden][id] { order: 1 }
@layer theme { body > div[hidden][id] { display: block !important } }
body > footer { order: 2 }
`

export function WithoutScript() {
  return (
    <noscript>
      <style>{style}</style>
    </noscript>
  )
}
