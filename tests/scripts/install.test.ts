import fs from 'node:fs'
import { expect, it } from 'vitest'
import { lacksNativePackages } from '@/scripts/install.js'

const here = `${process.platform}-${process.arch}`

it('a lock file that names the native package of this platform is enough', () => {
  expect(
    lacksNativePackages({
      packages: {
        'node_modules/fast': { optionalDependencies: { [`@fast/${here}`]: '1.0.0' } },
        [`node_modules/@fast/${here}`]: {},
      },
    }),
  ).toBe(false)
})

it('one that names only those of other platforms is not', () => {
  expect(
    lacksNativePackages({
      packages: {
        'node_modules/fast': {
          optionalDependencies: { [`@fast/${here}`]: '1.0.0', '@fast/plan9-mips': '1.0.0' },
        },
        'node_modules/@fast/plan9-mips': {},
      },
    }),
  ).toBe(true)
})

it.runIf(here === 'linux-x64')(
  'the committed one is enough on the platform of our own runs',
  () => {
    expect(lacksNativePackages(JSON.parse(fs.readFileSync('package-lock.json', 'utf8')))).toBe(
      false,
    )
  },
)
