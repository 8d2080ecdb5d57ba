import { renderToStaticMarkup } from 'react-dom/server'
import { it } from 'vitest'
import { MarkdownText } from '@/components/ui/markdown'
const n = 20000
const P: Record<string,string> = {
 quotes: '>'.repeat(n), quotes500: '>'.repeat(500)+'a', quotes100: '>'.repeat(100)+'a', lists: '* '.repeat(n/2)+'a', nums: '1. '.repeat(n/3)+'a', mixed: '> * '.repeat(n/4)+'a',
 brackets: '['.repeat(n), bang: '!['.repeat(n/2), links: '[a]('.repeat(n/4), stars: '*a **b '.repeat(n/7), under: '_a'.repeat(n/2), emph: '*'.repeat(n/2)+'a'+'*'.repeat(n/2),
 emph2: '**a *'.repeat(n/5), ticks: Array.from({length:190},(_, i)=>'`'.repeat(i)+' ').join(''), www: 'www.'.repeat(n/4), mail: 'a@'.repeat(n/2), mail2: 'a.'.repeat(n/2)+'@', mail3:'a_'.repeat(n/2)+'@b', http:'http://'.repeat(n/7), httpp: 'http://a.b/'+')'.repeat(n), httpamp:'http://a.b/'+'&a;'.repeat(n/3),
 table: '|a'.repeat(300)+'\n'+'|-'.repeat(300)+'\n'+('|a'.repeat(300)+'\n').repeat(30), table2: '|-'.repeat(n/2), tablerows: 'a|b\n-|-\n'+'|\n'.repeat(n/2), defs: Array.from({length:1000},(_, i)=>`[${i}]: x`).join('\n')+'\n'+'[1]'.repeat(1000), foot: Array.from({length:900},(_, i)=>`[^${i}]: x`).join('\n')+'[^1]'.repeat(1500), foot2: '[^1]: a\n\n'+'[^1]'.repeat(4900),
 html: '<a '.repeat(n/3), html2: '<!--'.repeat(n/4), html3:'<a b="'.repeat(n/6), ent: '&'.repeat(n), bs:'\\'.repeat(n), tilde:'~'.repeat(n), tilde2:'~a'.repeat(n/2), code:'```ts\n'+'/*'.repeat(n/2), code2:'```ts\n'+'<'.repeat(n), code3:'```python\n'+'f"{'.repeat(n/3), code4:'```xml\n'+'<a '.repeat(n/3), code5:'```sql\n'+"'".repeat(n), code6:'```bash\n'+'$('.repeat(n/2), code7:'```css\n'+'{'.repeat(n), code8:'```yaml\n'+'- '.repeat(n/2), code9:'```ts\n'+'('.repeat(n), code10:'```ts\n'+'`${'.repeat(n/3), code11:'```json\n'+'['.repeat(n), code12:'```go\n'+'a('.repeat(n/2),  code13:'```ts\n'+'a'.repeat(n), code14:'```ts\n'+'<a>'.repeat(n/3), code15: '```yaml\n'+'a: {'.repeat(n/4), code16:'```ts\n'+'(a'.repeat(n/2)+'=>', code17:'```python\n'+'1_'.repeat(n/2), spaces:'a'+' '.repeat(n)+'b', nl:'\n'.repeat(n), setext:'a\n'.repeat(n/2)+'===', task:'- [ ] '.repeat(n/6), hashes:'#'.repeat(n), tabs:'\t'.repeat(n)+'a', nbspq: '>\n'.repeat(n/2), lazy: '>'.repeat(200)+'\n'.repeat(1)+'a\n'.repeat(9000), listlazy: Array.from({length:190},(_, i)=>' '.repeat(i)+'- a').join('\n'), indentlist: Array.from({length:140},(_, i)=>'  '.repeat(i)+'- a').join('\n')
}
it('x', () => {
 for (const [k, v] of Object.entries(P)) {
  const text = v.slice(0, n); const t = performance.now(); let out: string
  try { out = String(renderToStaticMarkup(<MarkdownText>{text}</MarkdownText>).length) } catch (e) { out = String(e).slice(0,100) }
  const ms = performance.now()-t
  if (ms > 300 || /rror/.test(out)) console.log(k, text.length, Math.round(ms), out)
 }
}, 600000)
