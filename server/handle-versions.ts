import { roomIdInput } from '@/contracts/inputs'
import {
  listVersionsInput,
  nameVersionInput,
  restoreVersionInput,
  saveVersionInput,
  versionFileInput,
  versionIdInput,
} from '@/contracts/versions'
import { listCoAuthors } from '@/domain/versions/list-co-authors'
import { loadOlderVersions } from '@/domain/versions/load-older-versions'
import { nameVersion } from '@/domain/versions/name-version'
import { openVersion } from '@/domain/versions/open-version'
import { readVersionFile } from '@/domain/versions/read-version-file'
import { restoreVersion } from '@/domain/versions/restore-version'
import { saveVersion } from '@/domain/versions/save-version'
import { limitChange, limitVersion } from './limits'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

export function handleVersions(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'version:save', saveVersionInput, async (actor, input) => {
    await limitVersion(actor.personId)
    return saveVersion(actor, input)
  })
  on(node, socket, 'version:name', nameVersionInput, async (actor, input) => {
    await limitChange(actor.personId)
    return nameVersion(actor, input)
  })
  on(node, socket, 'version:restore', restoreVersionInput, async (actor, input) => {
    await limitVersion(actor.personId)
    return restoreVersion(actor, input)
  })
  on(node, socket, 'version:list', listVersionsInput, loadOlderVersions)
  on(node, socket, 'version:open', versionIdInput, openVersion)
  on(node, socket, 'version:read', versionFileInput, readVersionFile)
  on(node, socket, 'version:authors', roomIdInput, listCoAuthors)
}
