import type { DemoProject } from '../demo'
import { apis } from './apis'
import { craft } from './craft'
import { databases } from './databases'
import { delivery } from './delivery'
import { foundations } from './foundations'
import { frameworks } from './frameworks'
import { machines } from './machines'
import { small } from './small'
import { tidewatch } from './tidewatch'
import { trust } from './trust'

export const projects: DemoProject[] = [
  ...foundations,
  ...machines,
  ...craft,
  ...frameworks,
  ...tidewatch,
  ...databases,
  ...apis,
  ...trust,
  ...delivery,
  ...small,
]
